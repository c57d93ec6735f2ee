"""Lessons: a student version that is kind, a solution version that passes, both fit for nbgrader."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import nbformat
import pytest

import newskit as nk
from newskit.cli import main
from newskit.errors import InputError, NotebookError, ReadError
from newskit.teaching import answers
from newskit.teaching.names_used import uses
from tests.test_export import code, text, write

ROOT = Path(__file__).resolve().parent.parent
OUT = {"output_type": "stream", "name": "stdout", "text": "33 words"}
COUNTING = (
    text("# Counting"),
    code("story = 'It rained. The sun set.'"),
    text("How many sentences? Call it `n`.", metadata={"tags": ["exercise"]}),
    code("import re\nparts = re.split('[.]', story)\nn = len(parts) - 1\nprint('secret', n)", OUT, tags=("solution",)),
    code("assert abs(n - 2) < 1, 'Count the full stops.'", tags=("check", "points:2")),
    text("Why? secret", metadata={"tags": ["solution", "points:3"]}),
)


def sources(path: Path) -> list[str]:
    return [cell.source for cell in nbformat.read(path, as_version=4).cells]


def test_the_student_version_has_the_names_and_not_the_solution(tmp_path: Path) -> None:
    made = nk.lesson(write(tmp_path / "n.ipynb", *COUNTING), tmp_path / "made")
    assert isinstance(made, nk.Lesson)
    assert made.student == tmp_path / "made" / "student" / "n.ipynb"
    student, solution = sources(made.student), sources(made.solution)
    assert student[3] == "# Your code here.\nn = ..."
    assert student[5] == "*Write your answer here.*"
    assert "secret" not in made.student.read_text(encoding="utf-8")
    assert "33 words" not in made.solution.read_text(encoding="utf-8")
    assert solution[3] == COUNTING[3]["source"]
    assert student[4] == solution[4]
    assert student[4].endswith("\n" + COUNTING[4]["source"])
    assert student[:3] == solution[:3] == [cell["source"] for cell in COUNTING[:3]]


def test_both_versions_are_fit_for_nbgrader(tmp_path: Path) -> None:
    made = nk.lesson(write(tmp_path / "n.ipynb", *COUNTING), tmp_path)
    for path in (made.student, made.solution):
        node = nbformat.read(path, as_version=4)
        nbformat.validate(node)
        told = [cell.metadata.get("nbgrader") for cell in node.cells]
        assert told[:2] == [None, None]
        kinds = [(t["grade"], t["solution"], t["locked"], t.get("points")) for t in told[2:]]
        assert kinds == [
            (False, False, True, None),
            (False, True, False, None),
            (True, False, True, 2),
            (True, True, False, 3),
        ]
        assert [t["grade_id"] for t in told[2:]] == ["c2", "c3", "c4", "c5"]
        assert {t["schema_version"] for t in told[2:]} == {3}
        validator = pytest.importorskip("nbgrader.nbgraderformat") if path == made.solution else None
        if validator:
            validator.MetadataValidator().validate_nb(node)


@pytest.mark.parametrize(
    ("source", "later", "expected"),
    [
        ("a, b = 1, 2\nc = 3", ["a + c"], "a = ...\nc = ..."),
        ("a = 1", ["a = 2\na"], ""),
        ("a = 1", ["a = a + 1"], "a = ..."),
        ("import math\nx = math.pi", ["math.floor(x)"], "import math|x = ..."),
        ("import math as m", ["m.pi"], "import math as m|"),
        ('def f(x: int) -> int:\n    """Double it."""\n    y = x\n    return 2 * y', ["f(2)"],
         'def f(x: int) -> int:\n    """Double it."""\n    ...'),
        ("def f(x): return g(x)\ndef g(x): return x", ["f(1)"], "def f(x):\n    ..."),
        ("class A:\n    n = 1", ["A()"], "class A:\n    ..."),
        ("for row in rows:\n    last = row", ["last, row"], "row = ...\nlast = ..."),
        ("with open('x') as f:\n    t = f.read()", ["t"], "t = ..."),
        ("if (n := 3) > 2: m = n", ["n, m"], "n = ...\nm = ..."),
        ("%matplotlib inline\nx = 1", ["x"], "x = ..."),
        ("x = = 1", ["x"], ""),
        ("print(1)", ["x"], ""),
        ("x = [i for i in y]", ["i, x"], "x = ..."),
        ("t['a'] = 1\nt.b: int = 2", ["t"], ""),
        ("x = 1", ["[x for x in y]", "def f():\n    x = 2\n    return x"], ""),
        ("x = 1", ["def f():\n    return x"], "x = ..."),
        ("x += 1", ["x"], "x = ..."),
    ],
)  # fmt: skip
def test_stubs(source: str, later: list[str], expected: str) -> None:
    before, mark, after = expected.rpartition("|")
    lines = [before] * bool(mark) + ["# Your code here."] + [after] * bool(after)
    assert answers.stub(source, list(map(uses, later))) == "\n".join(lines)


def test_parts_of_a_cell_can_be_the_solution() -> None:
    source = (
        "def f(x):\n    '''Twice.'''\n    ### BEGIN SOLUTION\n    y = 2 * x\n    z = 1\n    ### END SOLUTION\n"
        "    return y\n### BEGIN SOLUTION\nprint(f(2))\n### END SOLUTION"
    )
    stub = answers.stub(source, [uses("f(3)")])
    assert stub == (
        "def f(x):\n    '''Twice.'''\n    # Your code here.\n    y = ...\n    return y\n# Your code here.\n..."
    )
    check = "assert a\n### BEGIN HIDDEN TESTS\nassert b\n### END HIDDEN TESTS"
    assert answers.without_hidden_tests(check) == "assert a"


def test_run_the_solution_passes_and_the_student_is_told_in_words(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    more = (
        code("k = 3", tags=("solution",)),
        code("assert True, 'never'", tags=("check",)),
        code("assert {3: 1}[k] == 1, 'never'", tags=("check",)),
        code("def f(x):\n    return x", tags=("solution",)),
        code("assert f(1) == 1", tags=("check",)),
        code("assert f(1) + 1 == 2, 'Give back what you are given.'", tags=("check",)),
    )
    path = write(tmp_path / "n.ipynb", *COUNTING, *more)
    assert main(["lesson", str(path), "-o", str(tmp_path / "made"), "--run"]) == 0
    said = capsys.readouterr()
    assert said.err.splitlines() == [
        "newskit: note: cell 8 (c7) passes without an answer",
        "newskit: note: cell 11 (c10) fails without a word: give its assert a message",
        "newskit: note: cell 12 (c11) fails with TypeError instead of words of its own",
    ]
    assert len(said.out.splitlines()) == 2
    solution = nbformat.read(tmp_path / "made" / "solution" / "n.ipynb", as_version=4)
    assert solution.cells[3].outputs[0].text == "secret 2\n"
    student = nbformat.read(tmp_path / "made" / "student" / "n.ipynb", as_version=4)
    assert not any(cell.outputs for cell in student.cells if cell.cell_type == "code")


def test_a_solution_that_fails_its_check_writes_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    wrong = code("n = 7", tags=("solution",))
    path = write(tmp_path / "n.ipynb", *COUNTING[:3], wrong, *COUNTING[4:])
    with pytest.raises(NotebookError, match=r"cell 5, line 2 .*: AssertionError: Count the full stops"):
        nk.lesson(path, tmp_path / "made", run=True, progress=False)
    assert main(["lesson", str(path), "-o", str(tmp_path / "made"), "--run"]) == 1
    assert not (tmp_path / "made").exists()


def lessons() -> list[Path]:
    """Return the lessons of the repository that have exercises."""
    every = sorted((ROOT / "notebooks").glob("*.ipynb"))
    return [path for path in every if '"solution"' in path.read_text(encoding="utf-8")]


@pytest.mark.parametrize("path", lessons(), ids=lambda p: p.stem)
def test_lessons_of_the_house_give_nothing_away(path: Path, tmp_path: Path) -> None:
    made = nk.lesson(path, tmp_path)
    student, solution = (json.loads(p.read_text(encoding="utf-8"))["cells"] for p in made[:2])
    for cell in solution:
        if "solution" in cell["metadata"].get("tags", []):
            told = "".join(cell["source"])
            assert told not in made.student.read_text(encoding="utf-8")
    opened = [c for c in student if "solution" in c["metadata"].get("tags", [])]
    assert opened
    assert all("# Your code here." in "".join(c["source"]) for c in opened if c["cell_type"] == "code")


@pytest.mark.slow
@pytest.mark.parametrize("path", lessons(), ids=lambda p: p.stem)
def test_lessons_of_the_house_are_kind(path: Path, tmp_path: Path) -> None:
    assert nk.lesson(path, tmp_path, run=True, progress=False).notes == []


def test_lessons_that_cannot_be_made(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="has no solutions: none of its cells has the tag 'solution'"):
        nk.lesson(write(tmp_path / "a.ipynb", text("x")), tmp_path)
    twice: dict[str, Any] = {"nbgrader": {"grade_id": "a"}, "tags": ["solution"]}
    cells = [code("x = 1") | {"metadata": twice}, code("y = 1") | {"metadata": twice}]
    with pytest.raises(InputError, match="two cells have the grade_id 'a'"):
        nk.lesson(write(tmp_path / "b.ipynb", *cells), tmp_path)
    (tmp_path / "student").mkdir()
    own = write(tmp_path / "student" / "n.ipynb", *COUNTING)
    with pytest.raises(InputError, match="would be replaced"):
        nk.lesson(own, tmp_path)
    (tmp_path / "file").write_text("")
    with pytest.raises(ReadError, match="file"):
        nk.lesson(own, tmp_path / "file")
    assert own.exists()
