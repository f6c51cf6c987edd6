#!/usr/bin/env python3
"""Entry of the second client; `client.py --help` lists its commands."""

import sys

from second_client.cli import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
