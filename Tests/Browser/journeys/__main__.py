"""Plays the journeys and says, sentence by sentence, what held."""

import argparse
import pathlib
import shutil
import sys
import tempfile

from field_day.world import Story, World

from . import acts, letters, pages, screens, settling
from .browser import Browser
from .office import Office

JOURNEYS = [
    settling.five_in_a_row_by_keyboard,
    settling.without_scripts,
    settling.somebody_was_faster,
    settling.the_session_ended,
    letters.a_letter_is_recorded_and_its_date_corrected,
    letters.every_form_is_accessible,
    acts.an_act_by_keyboard_alone,
    pages.a_reported_change_is_accepted,
    pages.a_completed_audit_is_read,
    pages.the_report_is_printed,
    pages.hostile_text_runs_nothing,
    pages.what_is_not_yours_is_not_there,
    pages.news_comes_by_itself,
    pages.every_page_is_accessible,
]


def main():
    options = argparse.ArgumentParser(prog="Tests/Browser/run.sh")
    options.add_argument("--binaries", required=True)
    options.add_argument("--shots", help="keep screenshots in this folder")
    options.add_argument("--readme", action="store_true", help="only take the README's two pictures, into Examples/screens")
    options.add_argument("--only", help="one journey, by a part of its name")
    chosen = options.parse_args()
    folder = pathlib.Path(tempfile.mkdtemp(prefix="constat-browser-"))
    if chosen.shots:
        pathlib.Path(chosen.shots).mkdir(parents=True, exist_ok=True)
    world = World(pathlib.Path(chosen.binaries).resolve(), folder, quiet=True)
    browser, code = None, 1
    try:
        office = Office(world)
        office.prepare(hostile=not chosen.readme)
        world.quiet = False
        browser = Browser(world, chosen.shots)
        if chosen.readme:
            return screens.take(office, browser)
        for journey in JOURNEYS:
            if chosen.only and chosen.only not in journey.__name__:
                continue
            world.chapter(journey.__doc__.strip())
            journey(world, office, browser)
            world.equal("aucune page n'a rien dit à la console ni rien tenté d'interdit", browser.faults, [])
        print(f"\n{world.sentences} phrases vraies.")
        code = 0
    except Story as untrue:
        print(f"\n{untrue}\n(dossier de travail gardé : {folder})", file=sys.stderr)
        if browser:
            browser.last_shot(folder)
    finally:
        if browser:
            browser.close()
        world.end()
    if code == 0:
        shutil.rmtree(folder)
    return code


if __name__ == "__main__":
    sys.exit(main())
