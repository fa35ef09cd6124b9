"""Short reports of our own on one story, some without a date, one revised: what desks of tests are filled with."""

import json
from pathlib import Path

DATED = (
    ("2019-06-05", "Norland's foreign minister said on Wednesday that Abe would visit Tehran next week."),
    ("2019-06-10", "Iran's President Hassan Rouhani rejected talks with the United States on Monday."),
    ("2019-06-13", "Japanese Prime Minister Shinzo Abe met Ayatollah Ali Khamenei in Tehran on Thursday."),
    ("2019-06-14", "The United States accused Iran of attacking two tankers. Iran denied the charge."),
    ("2019-06-20", "Iran shot down an American drone near the strait, state media reported on Thursday."),
    ("2019-06-24", "President Donald Trump imposed sanctions on Khamenei and his office on Monday."),
    (
        "2019-07-19",
        "Iran seized a British tanker on Friday. Britain condemned the seizure.",
    ),
    ("2019-09-18", "Saudi Arabia showed debris of missiles on Wednesday and blamed Iran for the attack on its plants."),
)
UNDATED = (
    "Abe is to meet Khamenei in Tehran on Thursday, the first such visit in 41 years, officials in Tokyo said.",
    "A day after two tankers were attacked, the United States said it had proof against Iran.",
)
REVISED = ("2019-06-25", "President Donald Trump imposed sanctions on Khamenei. Iran called the sanctions an outrage.")


def written(folder: Path) -> tuple[Path, Path]:
    """The reports as two files: at first all of them, later a revision of the sixth."""
    first, later = folder / "first.jsonl", folder / "later.jsonl"
    rows = [{"id": f"report-{n}", "date": day, "text": text} for n, (day, text) in enumerate(DATED)]
    rows += [{"id": f"undated-{n}", "text": text} for n, text in enumerate(UNDATED)]
    first.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    day, text = REVISED
    later.write_text(json.dumps({"id": "report-5", "date": day, "text": text}) + "\n", encoding="utf-8")
    return first, later
