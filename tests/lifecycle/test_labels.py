"""Labels and code names become names for versions, with everything they may mean."""

from __future__ import annotations

from estate.lifecycle.labels import Called, names_of


def names(*releases: Called, title: str = "Thing", **options: bool) -> dict[str, tuple[str, ...]]:
    return {"-".join(key): found for key, found in names_of(releases, title, **options).items()}


def test_a_label_names_its_cycle() -> None:
    found = names(
        Called("14.0", "2017 '__CODENAME__'", "Helsinki"), Called("3.1", "Core __RELEASE_CYCLE__")
    )
    assert found == {"2017": ("14.0",), "helsinki": ("14.0",), "core-3-1": ("3.1",)}


def test_a_bare_name_beside_service_packs_and_updates_may_mean_any() -> None:
    found = names(
        Called("13.0-sp1", "2016 SP1"), Called("13.0", "2016"), Called("14.0", "2016 Azure Pack")
    )
    assert found["2016"] == ("13.0", "13.0-sp1")
    assert names(Called("1.0", "2022"), Called("1.1", "2022 Update 1"))["2022"] == ("1.0", "1.1")


def test_a_code_name_of_several_cycles_means_them_all() -> None:
    found = names(Called("17.1", "", "2022"), Called("17.0", "", "2022"))
    assert found == {"2022": ("17.1", "17.0")}


def test_distributions_go_by_the_first_word_too() -> None:
    release = Called("22.04", "22.04 'Jammy Jellyfish' (LTS)", "Jammy Jellyfish")
    found = names(release, first_words=True)
    assert found["jammy"] == found["jammy-jellyfish"] == ("22.04",)


def test_titles_mark_up_and_templates_fall_away() -> None:
    found = names(
        Called("2012-r2x", "Windows Server 2012 R2 X"),
        Called("20", "20 (<abbr title='Short'>STS</abbr>)"),
        Called("6.8", "{{'__RELEASE_CYCLE__'|split}} TL"),
        title="Microsoft Windows Server",
    )
    assert found == {"2012-r2-x": ("2012-r2x",), "20-sts": ("20",)}


def test_what_is_a_cycles_own_id_is_no_name() -> None:
    assert names(Called("1", "2"), Called("2", "2")) == {}
