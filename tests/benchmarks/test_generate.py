from __future__ import annotations

from pathlib import Path

import pytest
from benchmarks.generate import main
from benchmarks.made_up.defects import RATES, Chance
from benchmarks.made_up.files import councils_of, entries, write_estate
from benchmarks.made_up.software import SHELVES, TODAY

from estate.config import load_config
from estate.facts import derive, dictionary
from estate.facts.facts import Facts
from estate.lifecycle import bundled, judge_support
from estate.read import Inventory, read_inventory

SIZE = 3000
STATUS = {
    "well": "supported",
    "ending": "supported",
    "ended": "ended",
    "unpaid": "extended-unpaid",
    "unknown": None,
}


def files_in(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*.yaml"))
    }


def loaded(folder: Path) -> Inventory:
    config = load_config(folder)
    return read_inventory(folder, config.inventory, name=config.name, policy=config.policy)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("estate") / "made-up"
    write_estate(SIZE, made, seed=1)
    return made


@pytest.fixture(scope="module")
def facts(folder: Path) -> Facts:
    return derive(loaded(folder).estate, TODAY, bundled(), dictionary())


@pytest.mark.parametrize("size", [100, 101, 400, 1234])
def test_an_estate_of_any_size_has_that_many_records_and_no_problem(
    size: int, tmp_path: Path
) -> None:
    write_estate(size, tmp_path / "made-up", seed=2)

    assert len(loaded(tmp_path / "made-up").estate) == size


def test_the_same_seed_gives_the_same_bytes_and_another_seed_others(
    folder: Path, tmp_path: Path
) -> None:
    write_estate(SIZE, tmp_path / "again", seed=1)
    write_estate(SIZE, tmp_path / "other", seed=2)

    assert files_in(tmp_path / "again") == files_in(folder)
    other = files_in(tmp_path / "other")
    assert other.keys() == files_in(folder).keys()
    assert other != files_in(folder)


def test_a_council_is_the_same_whatever_was_written_before_it() -> None:
    whole = [list(records) for _, records in entries(SIZE, seed=3)]
    *_, (_, alone) = entries(SIZE, seed=3)

    assert list(alone) == whole[-1]


def test_a_record_has_about_the_size_and_the_fields_that_the_targets_were_set_for(
    folder: Path,
) -> None:
    size = sum(len(data) for data in files_in(folder / "inventory").values())
    fields = [len(entry.fields) for _, records in entries(SIZE, 1) for entry in records]

    assert size / SIZE == pytest.approx(826, rel=0.05)
    assert sum(fields) / SIZE == pytest.approx(17, rel=0.08)


def test_a_file_holds_50_to_200_records_written_in_both_styles(folder: Path) -> None:
    places = loaded(folder).places
    files = [places[place].file for place in places]
    text = b"".join(files_in(folder).values()).decode()

    assert all(50 <= files.count(name) <= 200 for name in set(files))
    assert "      - {" in text
    assert ": [" in text
    assert ">-\n" in text
    assert "   # " in text


def test_every_section_is_there_and_larger_estates_have_larger_councils(folder: Path) -> None:
    assert all(loaded(folder).estate.sections.values())
    assert [councils_of(size) for size in (100, 400, 10_000, 100_000)] == [1, 2, 12, 40]


@pytest.mark.parametrize("shelf", SHELVES)
def test_software_is_supported_as_its_shelf_says(shelf: str) -> None:
    catalogue = bundled()
    for care, releases in SHELVES[shelf].items():
        for release in releases:
            match = catalogue.match(release.product, release.version or None)
            support = judge_support(match.cycle, match.product, TODAY, None)
            assert support.status == STATUS[care], release
            if care == "ending":
                assert support.ends is not None, release
                assert (support.ends - TODAY).days <= 366, release


def test_most_installations_are_well_and_some_are_not(facts: Facts) -> None:
    found = [one.support.status for one in facts.subjects("installation")]
    shares = {status: found.count(status) / len(found) for status in set(found)}

    assert shares["supported"] > 0.7
    assert 0.01 < shares["ended"] < 0.1
    assert 0.002 < shares["extended-unpaid"] < 0.05
    assert shares[None] < 0.2


def test_defects_of_every_family_are_there(facts: Facts) -> None:
    estate = facts.estate
    state, needed = facts.column("asset.state"), facts.column("asset.needed_by")
    by_level = {found.level for found in facts.subjects("duplication")}

    assert any(state[key] == "retired" and needed[key] for key in state)
    assert any(facts.column("asset.stands_on_unsupported").values())
    assert any(facts.column("application.probable_twins").values())
    assert by_level >= {"product", "service", "capability"}
    assert any(
        getattr(entry, "expires", TODAY) < TODAY for entry in estate.of("exception").values()
    )
    assert any(getattr(entry, "technology", "") == "pstn" for entry in estate)
    assert any(getattr(entry, "closes", TODAY).year < 9999 for entry in estate.of("site").values())


def test_a_defect_strikes_as_often_as_its_rate_says() -> None:
    chance = Chance("rates")
    for defect, rate in RATES.items():
        struck = sum(chance.strikes(defect) for _ in range(20_000))
        assert struck / 20_000 == pytest.approx(rate, rel=0.35)


def test_the_command_says_what_it_wrote_and_never_writes_over_anything(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "made-up"
    main(["150", "-o", str(target), "--seed", "7"])
    assert "150 records" in capsys.readouterr().out

    before = files_in(target)
    with pytest.raises(SystemExit):
        main(["150", "-o", str(target)])
    assert files_in(target) == before
    assert "is there already" in capsys.readouterr().err


def test_the_command_refuses_an_estate_too_small_to_have_everything(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        main(["99", "-o", str(tmp_path / "made-up")])
    assert "100 at least" in capsys.readouterr().err
