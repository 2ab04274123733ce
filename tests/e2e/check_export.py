"""Reads a rubricator/1 JSONL file as a person who trains on it would, and checks what it promises.

Usage: check_export.py FILE. Prints the records as one JSON array; ends with 1 and says what is wrong
where something is. Needs nothing but the standard library.
"""

import hashlib
import json
import sys
from datetime import datetime

RECORD_KEYS = [
    "format", "id", "text", "text_sha256", "offset_unit", "meta", "annotator", "status", "spans",
    "relations",
]
META_KEYS = ["title", "outlet", "published", "language", "direction", "source"]
SPAN_KEYS = ["id", "label", "start", "end", "text", "attributes", "note", "created"]
CREATED_KEYS = ["by", "at", "via"]


def require(condition, message):
    if not condition:
        raise ValueError(message)


def utf16(name):
    # JavaScript sorts so.
    return name.encode("utf-16-be")


def check_span(span, text):
    require(list(span) == SPAN_KEYS, f"keys of a span: {list(span)}")
    require(list(span["created"]) == CREATED_KEYS, f"keys of created: {list(span['created'])}")
    start, end = span["start"], span["end"]
    require(0 <= start < end <= len(text), f"bounds {start} to {end}")
    # Python counts a string in code points, as the file says that it does.
    require(text[start:end] == span["text"], f"{text[start:end]!r} is not {span['text']!r}")
    values = span["attributes"]
    require(list(values) == sorted(values, key=utf16), f"order of the values: {list(values)}")
    require(all(isinstance(value, (str, int, float, bool)) for value in values.values()), "values")
    require(span["note"] is None or isinstance(span["note"], str), "note")
    datetime.fromisoformat(span["created"]["at"].replace("Z", "+00:00"))


def check_record(record):
    require(list(record) == RECORD_KEYS, f"keys of a record: {list(record)}")
    require(list(record["meta"]) == META_KEYS, f"keys of meta: {list(record['meta'])}")
    require(record["format"] == "rubricator/1", "format")
    require(record["offset_unit"] == "codepoint", "offset_unit")
    require(record["status"] in ("not-started", "in-progress", "done"), "status")
    require(record["relations"] == [], "relations")
    text = record["text"]
    digest = hashlib.sha256(text.encode("utf-8")).hexdigest()
    require(digest == record["text_sha256"], "text_sha256")
    spans = record["spans"]
    for span in spans:
        check_span(span, text)
    order = [(span["start"], -span["end"], span["label"]) for span in spans]
    require(order == sorted(order), "order of the spans")
    require(len({span["id"] for span in spans}) == len(spans), "a span's id occurs twice")
    require(record["annotator"] is not None or spans == [], "spans without an annotator")


def read(path):
    records = []
    with open(path, encoding="utf-8", newline="\n") as lines:
        for number, line in enumerate(lines, start=1):
            try:
                require(line.endswith("\n"), "no line feed at the end")
                record = json.loads(line)
                check_record(record)
            except (ValueError, KeyError, TypeError) as error:
                sys.exit(f"{path}, line {number}: {error}")
            records.append(record)
    order = [(record["id"], record["annotator"] or "") for record in records]
    if order != sorted(order):
        sys.exit(f"{path}: the records are not sorted by article and annotator")
    return records


def summary(record):
    keys = ("label", "start", "end", "text", "attributes", "note")
    return {
        "id": record["id"],
        "title": record["meta"]["title"],
        "text": record["text"],
        "annotator": record["annotator"],
        "status": record["status"],
        "spans": [
            {**{key: span[key] for key in keys}, "via": span["created"]["via"]}
            for span in record["spans"]
        ],
    }


if __name__ == "__main__":
    json.dump([summary(record) for record in read(sys.argv[1])], sys.stdout)
