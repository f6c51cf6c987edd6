"""A second client of Constat, written from Protocol/ alone; standard library only."""
