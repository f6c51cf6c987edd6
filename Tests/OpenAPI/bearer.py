"""The bearer token of a profile of the second client: the one place of these tests that knows how a device signs in."""

import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "Examples"))

from second_client.sign_in import Signer  # noqa: E402
from second_client.store import Store  # noqa: E402
from second_client.transport import Server  # noqa: E402


def bearer(profile, url):
    """A token the device's server takes for ten minutes."""
    signer = Signer(Store(profile))
    return signer.token(Server(url, signer)._token)


def replica(profile):
    """The replica the device writes as."""
    return Store(profile).replica


if __name__ == "__main__":
    print(bearer(sys.argv[1], sys.argv[2]), replica(sys.argv[1]))
