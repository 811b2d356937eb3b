// Verifies a digital credential of Birge with the libraries of another house, in another language:
//
//     npm install jsonld-signatures @digitalbazaar/data-integrity @digitalbazaar/eddsa-jcs-2022-cryptosuite jose
//     node scripts/verify-credential.mjs keys.json credential.json … credential.jwt … status-list.json …
//
// keys.json is the file of /credentials/keys.json. Nothing is fetched. Each file is verified as it is, and once more with one
// character changed, which must be refused. Ends with 0 only when all of that holds. Says nothing of dates and statuses.
import jsigs from 'jsonld-signatures';
import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { createVerifyCryptosuite } from '@digitalbazaar/eddsa-jcs-2022-cryptosuite';
import { compactVerify, decodeProtectedHeader, importJWK } from 'jose';
import { readFileSync } from 'node:fs';

const [keysFile, ...files] = process.argv.slice(2);
const documents = JSON.parse(readFileSync(keysFile, 'utf8'));
const methods = documents.flatMap(one => one.verificationMethod);

async function documentLoader(url) {
  const method = methods.find(one => one.id === url);
  const document = documents.find(one => one.id === url)
    ?? (method && { '@context': 'https://w3id.org/security/multikey/v1', ...method });
  if (!document) throw new Error(`not among the keys: ${url}`);
  return { contextUrl: null, documentUrl: url, document, tag: 'static' };
}

async function proofHolds(text) {
  const suite = new DataIntegrityProof({ cryptosuite: createVerifyCryptosuite() });
  const purpose = new jsigs.purposes.AssertionProofPurpose();
  return (await jsigs.verify(JSON.parse(text), { suite, purpose, documentLoader })).verified;
}

async function tokenHolds(token) {
  const { alg, kid } = decodeProtectedHeader(token);
  const key = await importJWK(methods.find(one => one.id === kid).publicKeyJwk, alg);
  return compactVerify(token, key).then(() => true, () => false);
}

const changed = text => text.replace(/"validFrom":"2/, '"validFrom":"1');
const spoilt = token => {
  const middle = token.length - 20;
  return token.slice(0, middle) + (token[middle] === 'A' ? 'B' : 'A') + token.slice(middle + 1);
};

for (const file of files) {
  const text = readFileSync(file, 'utf8').trim();
  const [holds, alter] = text.startsWith('{') ? [proofHolds, changed] : [tokenHolds, spoilt];
  const verdict = [await holds(text), !(await holds(alter(text)))];
  console.log(`${file}: ${verdict[0] ? 'holds' : 'does not hold'}; changed: ${verdict[1] ? 'refused' : 'not refused'}`);
  if (verdict.includes(false)) process.exitCode = 1;
}
