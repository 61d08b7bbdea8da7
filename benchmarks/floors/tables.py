"""Floor: the columns that an open article needs, named and nothing else; nothing is reflected."""

from sqlalchemy import Connection, Engine, Row, column, create_engine, select, table

ARTICLE = table("article", column("text"))
PARTS = tuple(
    table(name, *(column(one) for one in columns.split()))
    for name, columns in {
        "claim": "id article person start end attributed contested verified note created modified",
        "attribution": "claim position source role cue via",
        "source": "id article person name kind stake",
        "evidence": "claim position place is_address outcome checked found",
        "link": "claim position target role",
    }.items()
)


def engine(folder: str) -> Engine:
    """An engine on the library in a folder."""
    return create_engine(f"sqlite:///{folder}/library.db")


def text_of(connection: Connection) -> str:
    """The text of its one article."""
    return str(connection.execute(select(ARTICLE.c.text)).scalar_one())


def rows_of(connection: Connection) -> list[Row[tuple[object, ...]]]:
    """Every row of everything on it, by a Core select for each table."""
    return [row for part in PARTS for row in connection.execute(select(part)).all()]
