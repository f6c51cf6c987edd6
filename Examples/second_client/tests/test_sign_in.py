"""Tokens for signed assertions (http.md, "POST /v1/token")."""

import base64
import json
import types
import unittest

from second_client import ed25519
from second_client.sign_in import Signer, assertion, challenge

FACTS = {"keyHolder": "7000000000001", "tenant": "certifier-01", "epoch": 3, "secret": bytes(range(32))}


def opened(part):
    return json.loads(base64.urlsafe_b64decode(part + "=" * (-len(part) % 4)))


class Assertions(unittest.TestCase):
    def test_it_says_who_to_whom_and_how_long_and_the_key_signs_it(self):
        header, claims, signature = assertion(FACTS.get, 1000, "nonce").split(".")
        self.assertEqual(opened(header), {"alg": "EdDSA", "kid": "7000000000001", "typ": "JWT"})
        said = opened(claims)
        self.assertEqual((said["iss"], said["sub"], said["aud"]), ("7000000000001",) * 2 + ("constat:certifier-01",))
        self.assertEqual((said["epoch"], said["iat"], said["exp"], said["nonce"]), (3, 1000, 1600, "nonce"))
        public = ed25519.public_key(FACTS["secret"])
        signed = base64.urlsafe_b64decode(signature + "==")
        self.assertTrue(ed25519.verify(public, f"{header}.{claims}".encode(), signed))

    def test_only_a_challenge_of_ours_is_one(self):
        self.assertEqual(challenge('Bearer realm="constat", nonce="a-b_c", time="5"'), ("a-b_c", 5))
        for header in (None, "", "Bearer", 'Basic realm="constat"', 'Bearer realm="hotel", nonce="a", time="5"'):
            self.assertIsNone(challenge(header))


class Tokens(unittest.TestCase):
    def test_a_token_is_kept_and_a_challenge_answered_by_its_clock_and_epoch(self):
        store = types.SimpleNamespace(fact=dict(FACTS).get, keep=lambda **facts: kept.update(facts))
        kept, asked = {}, []

        def ask(text):
            asked.append(opened(text.split(".")[1]))
            return f"token-{len(asked)}", 600

        signer = Signer(store)
        self.assertEqual([signer.token(ask), signer.token(ask)], ["token-1", "token-1"])
        signer.challenged(types.SimpleNamespace(challenge=("n", 9_999), epoch=4))
        self.assertEqual(signer.token(ask), "token-2")
        self.assertEqual((asked[1]["nonce"], asked[1]["iat"], kept), ("n", 9, {"epoch": 4}))
        self.assertNotIn("nonce", asked[0])


if __name__ == "__main__":
    unittest.main()
