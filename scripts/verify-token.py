#!/usr/bin/env python3
"""Verifies a digital credential as a token with the JOSE library `jwcrypto`, which knows nothing of Birge.

    verify-token.py TOKEN KEYS

KEYS is the file of /credentials/keys.json. Exits with 0 only when the signature holds with the key that `kid` names and its
issuer lets sign; prints what the token says. Needs Python 3.9 and the package `jwcrypto` (python3-jwcrypto).
"""
import json
import sys

from jwcrypto import jwk, jws
from jwcrypto.common import JWException, base64url_decode


def main():
    token = open(sys.argv[1], encoding="utf-8").read().strip()
    documents = json.load(open(sys.argv[2], encoding="utf-8"))
    header = json.loads(base64url_decode(token.split(".")[0]))
    issuer = header["kid"].split("#")[0]
    document = next(one for one in documents if one["id"] == issuer and header["kid"] in one["assertionMethod"])
    method = next(one for one in document["verificationMethod"] if one["id"] == header["kid"])
    signed = jws.JWS()
    signed.allowed_algs = ["RS256"]
    signed.deserialize(token, jwk.JWK(**method["publicKeyJwk"]))
    said = json.loads(signed.payload)
    if said["iss"] != issuer or said["issuer"]["id"] != issuer:
        sys.exit("not valid: signed by another issuer")
    print(json.dumps(said, ensure_ascii=False))


if __name__ == "__main__":
    try:
        main()
    except (JWException, KeyError, ValueError, StopIteration) as error:
        sys.exit(f"not valid: {error!r}")
