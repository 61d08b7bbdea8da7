"""A platform's path says where the feedback goes back to, and never who handed in."""

import pytest

from annotator.exchange.platforms import is_moodle, platform_of
from annotator.model.handin import Platform


def moodle(folder: str, number: str, name: str) -> Platform:
    return Platform(f"{name}_{number}_assignsubmission_file{folder}", number, name)


@pytest.mark.parametrize(
    ("path", "platform"),
    [
        # Moodle
        ("Ana Li_123_assignsubmission_file_/work.handin", moodle("_", "123", "Ana Li")),
        ("c.zip/Ana Li_123_assignsubmission_file/a/b/work.handin", moodle("", "123", "Ana Li")),
        ("Ana Li_123_assignsubmission_file_work.handin", moodle("_", "123", "Ana Li")),
        (
            "C:\\M\\Ana_Maria Li_7_assignsubmission_file_\\w.handin",
            moodle("_", "7", "Ana_Maria Li"),
        ),
        ('=LINK("x") 🐝_9_assignsubmission_file_/w.handin', moodle("_", "9", '=LINK("x") 🐝')),
        ("محمد علي_44_assignsubmission_file_/w.handin", moodle("_", "44", "محمد علي")),
        (
            "Jose\u0301_5_assignsubmission_file_/w.handin",
            Platform("Jose\u0301_5_assignsubmission_file_", "5", "José"),
        ),
        ("../../A\0na_1_assignsubmission_file_/w.handin", moodle("_", "1", "Ana")),
        (
            # The inner folder somebody named themselves, after somebody else.
            "x_1_assignsubmission_file_/y_2_assignsubmission_file_/w.handin",
            moodle("_", "1", "x"),
        ),
        # Canvas
        (
            "submissions.zip/liana_1234_56789_work.handin",
            Platform("liana_1234_56789", "1234", "liana"),
        ),
        (
            "7b-bridges_submissions.zip/liana_LATE_1234_56789_my_work-1.handin",
            Platform("liana_LATE_1234_56789", "1234", "liana"),
        ),
        ("Downloads/submissions (2)/özana_12_5_w.handin", Platform("özana_12_5", "12", "özana")),
        ("submissions-1.zip/林安娜_12_5_w.handin", Platform("林安娜_12_5", "12", "林安娜")),
        # O'Neil-Müller, Zoë: signs are left out, what stands on a letter is not
        (
            "submissions/oneilmüllerzoë_LATE_7_88_Who says so-2.handin",
            Platform("oneilmüllerzoë_LATE_7_88", "7", "oneilmüllerzoë"),
        ),
        (
            "submissions/mu\u0308ller_7_88_w.handin",
            Platform("mu\u0308ller_7_88", "7", "mu\u0308ller"),
        ),
        (
            "kurs-aufgabe_submissions.zip/शर्माराम_12_5_w.handin",
            Platform("शर्माराम_12_5", "12", "शर्माराम"),
        ),
        ("submissions.zip/liana2_12_5_7_8_w.handin", Platform("liana2_12_5", "12", "liana2")),
        ("submissions.zip/anon_aB3dE_99_w.handin", Platform("anon_aB3dE_99", "aB3dE", "anon")),
        (
            "submissions.zip/LATE_anon_aB3dE_99_w-1.handin",
            Platform("LATE_anon_aB3dE_99", "aB3dE", "anon"),
        ),
        # Moodle leaves signs out too, hides names and hands in for groups
        ("Zoë ONeil_12_assignsubmission_file_/w.handin", moodle("_", "12", "Zoë ONeil")),
        ("Teilnehmer_12_assignsubmission_file/w.handin", moodle("", "12", "Teilnehmer")),
        (
            "LI,ANA-2026_13_assignsubmission_file_/w.handin",
            moodle("_", "13", "LI,ANA-2026"),
        ),
        (
            "7b-Who-99/Gruppe 2_4_assignsubmission_file_/w.handin",
            moodle("_", "4", "Gruppe 2"),
        ),
        # Teams and Google Classroom say a name and no id
        (
            "7b - Student Work/Submitted files/O'Neil, Zoë/Who says so/Version 12/w.handin",
            Platform("O'Neil, Zoë", "", "O'Neil, Zoë"),
        ),
        (
            "7b - Aufgaben der Schüler/Gesendete Dateien/Jörg Weiß/Wer/Version 1/w.handin",
            Platform("Jörg Weiß", "", "Jörg Weiß"),
        ),
        (
            "Downloads/Submitted files (1).zip/Ana Li/Who says so/Version 1/w.handin",
            Platform("Ana Li", "", "Ana Li"),
        ),
        (
            "G:\\Mi unidad\\Classroom\\7b\\Quién\\Ana López García - trabajo - 2.handin",
            Platform("Quién", "", "Ana López García"),
        ),
        (
            "CloudStorage/GoogleDrive-a@b.c/My Drive/Classroom/7b/Who/O'Neil-Ko - w(1).handin",
            Platform("Who", "", "O'Neil-Ko"),
        ),
        (
            "Who-says-20260302T101500Z-3-001/Who-says/Ana Li - work.handin",
            Platform("Who-says", "", "Ana Li"),
        ),
        ("Submitted files/Ana Li/Who says so/Version 2/w.handin", Platform("Ana Li", "", "Ana Li")),
        (
            "提出済みのファイル/林 安娜/課題/バージョン1/w.handin",
            Platform("林 安娜", "", "林 安娜"),
        ),
        (
            "Drive/Classroom/7b/Who says so/Ana Li - work.handin",
            Platform("Who says so", "", "Ana Li"),
        ),
        (
            "Who says so-20260302T101500Z-001.zip/Who says so/Ana Li - work.handin",
            Platform("Who says so", "", "Ana Li"),
        ),
    ],
)
def test_where_a_platform_puts_files(path: str, platform: Platform) -> None:
    assert platform_of(path) == platform


@pytest.mark.parametrize(
    "path",
    [
        "",
        "/",
        "../..",
        "work.handin",
        "Ana Li - work.handin",
        "folder/work.handin",
        "_123_assignsubmission_file_/work.handin",
        "Ana_assignsubmission_file_/work.handin",
        "Ana_12_assignsubmission_onlinetext_/work.handin",
        "Version 1/work.handin",
        "_1_2_w.handin",
        "liana_12_w.handin",
        "submissions.zip/liana_12_w.handin",
        "work_12_34_final.handin",
        "my_work_12_34.annotator.handin",
        "class/work_12_34_final.handin",
        "class.zip/liana_1234_56789_work.handin",
        "submissions.zip/Work_12_34_final.handin",
        "submissions.zip/2026_12_34_final.handin",
        "submissions.zip/liana_late_1234_56789_work.handin",
        "submissions of mine/work_12_34_final.handin",
        "submissions.zip/my_own_12_34_final.handin",
        "submissions.zip/anon_ab_34_w.handin",
        "Chapter 1/Bridges - notes.handin",
        "Documents/Bridges/Version 2/w.handin",
        "home/teacher/Documents/Bridges/Version 2/w.handin",
        "Submitted files/Ana Li/Bridges/Versions 2/w.handin",
        "Submitted files/Ana Li/Bridges/w.handin",
        "Working files/Ana Li/Bridges/Version 1/w.handin",
        "Submitted files/Bridges/Version 1/w.handin",
        "school/Classroom/7b/Essays/Chapter 1 - notes.handin",
        "OneDrive/Classroom/7b/Essays/Chapter 1 - notes.handin",
        "Stuff-20260302T101500Z-001.zip/Essays/Chapter 1 - notes.handin",
        "Classroom/Ana Li - work.handin",
        "Classroom/7b/A/B/Ana Li - work.handin",
        "Bridges-2026.zip/Bridges/Ana Li - work.handin",
    ],
)
def test_any_other_path_is_nobodys(path: str) -> None:
    assert platform_of(path) is None


def test_only_moodle_takes_feedback_by_its_folders() -> None:
    for path, moodle in (
        ("Ana Li_12_assignsubmission_file_/a.handin", True),
        ("submissions.zip/ana_12_345_a.handin", False),
    ):
        found = platform_of(path)
        assert found
        assert is_moodle(found) is moodle


def test_a_name_that_no_disk_has_is_no_platform_s() -> None:
    assert platform_of(f"A Li/Who says so/vers{'1' * 60_000}x/w.handin") is None
    assert platform_of(f"{'x' * 300}_1_assignsubmission_file_/w.handin") is None
