#!/usr/bin/env python3
"""Verifies a digital credential of Birge without Birge: JSON with an eddsa-jcs-2022 proof, or an RS256 token.

    verify-credential.py CREDENTIAL KEYS STATUS-LIST [MOMENT]

MOMENT is when it is verified, `2026-12-01T09:00:00Z`; now when it is left out. KEYS is the file of /credentials/keys.json, STATUS-LIST that of /credentials/status-lists/N (JSON). Needs Python 3.9 and
the package `cryptography`, nothing else. Exits with 0 only when signature, key, dates and status hold. It reads what
Birge writes and is no general verifier: `birge credential verify` is one.
"""
import base64
import datetime
import gzip
import hashlib
import json
import sys

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ed25519, padding, rsa

ALPHABET = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"


class NotValid(Exception):
    """Something does not hold; the text says what."""


def need(holds, otherwise):
    if not holds:
        raise NotValid(otherwise)


def base58(text):
    number = 0
    for letter in text:
        number = number * 58 + ALPHABET.index(letter)
    zeros = len(text) - len(text.lstrip("1"))
    return b"\0" * zeros + number.to_bytes((number.bit_length() + 7) // 8, "big")


def base64url(text):
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def once(members):
    """An object in which no name stands twice: of the two another program could believe the other one."""
    need(len({name for name, _ in members}) == len(members), "a name stands twice in an object")
    return dict(members)


def read(text):
    return json.loads(text, object_pairs_hook=once)


def canonical(value):
    """RFC 8785 for what Birge writes: whole numbers, and names of letters within the basic plane."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def key_of(documents, name, issuer):
    """The public key of this name, if the document of this issuer lets it sign statements."""
    for document in documents:
        if document["id"] != issuer:
            continue
        for method in document["verificationMethod"]:
            need(method["id"] != name or "revoked" not in method, f"the key {name} was withdrawn: download the file again")
            if name not in document["assertionMethod"] or method["controller"] != issuer:
                continue
            if method["id"] == name and method["type"] == "Multikey":
                raw = base58(method["publicKeyMultibase"][1:])
                need(raw[:2] == b"\xed\x01", "not an Ed25519 key")
                return ed25519.Ed25519PublicKey.from_public_bytes(raw[2:])
            if method["id"] == name:
                jwk = method["publicKeyJwk"]
                number = lambda part: int.from_bytes(base64url(jwk[part]), "big")
                return rsa.RSAPublicNumbers(number("e"), number("n")).public_key()
    raise NotValid(f"no key {name} of {issuer}")


def issuer_of(credential):
    issuer = credential["issuer"]
    return issuer if isinstance(issuer, str) else issuer["id"]


def status_issuers(documents, issuer):
    """Who may sign the status list of an issuer: the issuer, and whom its document names for it."""
    services = [one for document in documents if document["id"] == issuer for one in document.get("service", [])]
    return [issuer] + [one["serviceEndpoint"] for one in services if one["type"] == "CredentialStatusIssuer"]


def in_time(credential, now, what):
    moment = lambda text: datetime.datetime.fromisoformat(text.replace("Z", "+00:00"))
    need(moment(credential["validFrom"]) <= now, f"{what} is not valid yet")
    need("validUntil" not in credential or now < moment(credential["validUntil"]), f"{what} is no longer valid")


def opened(text, documents):
    """What was signed; raises where the signature does not hold."""
    if text.lstrip().startswith("{"):
        credential = read(text)
        proof = credential.pop("proof")
        value = proof.pop("proofValue")
        need(proof["type"] == "DataIntegrityProof", proof["type"])
        need(proof["proofPurpose"] == "assertionMethod", proof["proofPurpose"])
        need(value[0] == "z", "the signature is not in base 58")
        need(proof["cryptosuite"] == "eddsa-jcs-2022", proof["cryptosuite"])
        need(proof["@context"] == credential["@context"], "another @context was signed")
        data = hashlib.sha256(canonical(proof)).digest() + hashlib.sha256(canonical(credential)).digest()
        key_of(documents, proof["verificationMethod"], issuer_of(credential)).verify(base58(value[1:]), data)
        return credential
    head, body, signature = text.strip().split(".")
    header, credential = read(base64url(head)), read(base64url(body))
    need(header["alg"] == "RS256" and "crit" not in header, header["alg"])
    key = key_of(documents, header["kid"], issuer_of(credential))
    key.verify(base64url(signature), f"{head}.{body}".encode(), padding.PKCS1v15(), hashes.SHA256())
    return credential


def main():
    credential, keys, status_list = (open(path, encoding="utf-8").read() for path in sys.argv[1:4])
    documents = json.loads(keys)
    credential, status_list = opened(credential, documents), opened(status_list, documents)
    now = datetime.datetime.now(datetime.timezone.utc)
    if len(sys.argv) > 4:
        now = datetime.datetime.fromisoformat(sys.argv[4].replace("Z", "+00:00"))
    in_time(credential, now, "the credential")
    in_time(status_list, now, "the status list")
    allowed = status_issuers(documents, issuer_of(credential))
    need(issuer_of(status_list) in allowed, "the status list is of another issuer")
    status = credential["credentialStatus"]
    need(status["statusListCredential"] == status_list["id"], "another status list is needed")
    need(status["type"] == "BitstringStatusListEntry", status["type"])
    need(status["statusPurpose"] == status_list["credentialSubject"]["statusPurpose"], "a list for another purpose")
    bits = gzip.decompress(base64url(status_list["credentialSubject"]["encodedList"][1:]))
    place = int(status["statusListIndex"])
    need(not bits[place // 8] & (0x80 >> place % 8), "revoked")
    print("valid:", credential["name"], credential["credentialSubject"]["licenseNumber"])


if __name__ == "__main__":
    try:
        main()
    except (NotValid, KeyError, ValueError, IndexError) as error:
        sys.exit(f"not valid: {error}")
    except InvalidSignature:
        sys.exit("not valid: the signature does not hold")
