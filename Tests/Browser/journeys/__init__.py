"""The journeys of a case officer, in a browser, against the real programs."""
