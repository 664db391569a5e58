"""As much of GitHub as the editor talks to, on the loopback: a real Git repository with pull requests in memory."""

from __future__ import annotations

import base64
import json
import os
import re
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from .answering import answering

REPO = "kommun/webb"
BRANCH = "main"
TOKEN = "nyckel"
DAY = "2026-11-24T10:00:00Z"
_PERSON = {"name": "Redaktionen", "email": "redaktion@exempel.example", "avatarUrl": "", "user": {"login": "redaktion"}}
_ALIAS = re.compile(r"(?P<alias>\w+_\d+): +(?P<what>object|ref)\((?P<given>[^)]*)\)")
_PATH = re.compile(r'history\(first: \d+, path: "(?P<path>[^"]*)"\)')


def git(repository: Path, *arguments: str, stdin: bytes = b"", index: Path | None = None) -> str:
    """What git answers, without the line end."""
    env = {**os.environ, "GIT_AUTHOR_DATE": DAY, "GIT_COMMITTER_DATE": DAY}
    env |= {f"GIT_{role}_{what}": "redaktion" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    if index:
        env["GIT_INDEX_FILE"] = str(index)
    command = ["git", "-C", str(repository), *arguments]
    return subprocess.run(command, input=stdin, env=env, check=True, capture_output=True).stdout.decode().strip()


@dataclass
class PullRequest:
    number: int
    title: str
    branch: str
    draft: bool
    labels: list[str] = field(default_factory=list)
    state: str = "open"

    def as_node(self, forge: Forge) -> dict[str, Any]:
        """As GraphQL tells of it."""
        kinds = {"A": "ADDED", "M": "MODIFIED", "D": "DELETED"}
        files = [{"path": path, "changeType": kinds[kind]} for kind, path in forge.changed(self.branch)]
        return {
            "id": f"PR{self.number}", "number": self.number, "title": self.title, "url": "", "isDraft": self.draft,
            "isCrossRepository": False, "createdAt": DAY, "updatedAt": DAY, "headRefName": self.branch,
            "headRefOid": forge.head(self.branch), "author": {"login": "redaktion", "avatarUrl": ""},
            "labels": {"nodes": [{"name": name} for name in self.labels]}, "files": {"nodes": files},
        }  # fmt: skip


@dataclass
class Forge:
    """The repository and what GitHub keeps beside it."""

    repository: Path
    pulls: list[PullRequest] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)
    """What was asked that we have no answer to."""
    address: str = ""

    def head(self, branch: str) -> str:
        return git(self.repository, "rev-parse", f"refs/heads/{branch}")

    def changed(self, branch: str) -> list[tuple[str, str]]:
        """The files that a branch adds, changes or removes."""
        told = git(self.repository, "diff", "--no-renames", "--name-status", "-z", f"{BRANCH}...{branch}").split("\0")
        return list(zip(told[::2], told[1::2], strict=False))

    def commit(
        self, branch: str, additions: list[dict[str, str]], deletions: list[dict[str, str]], message: str
    ) -> str:
        index, parent = self.repository / "forge-index", self.head(branch)
        git(self.repository, "read-tree", parent, index=index)
        for added in additions:
            content = base64.b64decode(added["contents"])
            blob = git(self.repository, "hash-object", "-w", "--stdin", stdin=content)
            git(self.repository, "update-index", "--add", "--cacheinfo", f"100644,{blob},{added['path']}", index=index)
        for deleted in deletions:
            git(self.repository, "update-index", "--force-remove", deleted["path"], index=index)
        tree = git(self.repository, "write-tree", index=index)
        made = git(self.repository, "commit-tree", tree, "-p", parent, "-m", message)
        git(self.repository, "update-ref", f"refs/heads/{branch}", made)
        return made

    def merge(self, pull: PullRequest) -> None:
        tree = git(self.repository, "merge-tree", "--write-tree", BRANCH, pull.branch).split("\n")[0]
        parents = ("-p", self.head(BRANCH), "-p", self.head(pull.branch))
        git(
            self.repository,
            "update-ref",
            f"refs/heads/{BRANCH}",
            git(self.repository, "commit-tree", tree, *parents, "-m", "x"),
        )
        pull.state = "merged"

    # --- GraphQL ---

    def query(self, query: str, variables: dict[str, Any]) -> dict[str, Any]:
        given = variables.get("input", {})
        if "createCommitOnBranch" in query:
            branch, changes = given["branch"]["branchName"], given["fileChanges"]
            made = self.commit(branch, changes["additions"], changes["deletions"], given["message"]["headline"])
            oids = {
                f"file_{number}": {"oid": git(self.repository, "rev-parse", f"{made}:{added['path']}")}
                for number, added in enumerate(changes["additions"])
            }
            return {"createCommitOnBranch": {"commit": {"oid": made, "committedDate": DAY, **oids}}}
        if "createRef" in query:
            git(self.repository, "update-ref", given["name"], given["oid"])
            return {"createRef": {"ref": {"name": given["name"]}}}
        if "PullRequestToDraft" in query or "ReadyForReview" in query:
            pull = next(p for p in self.pulls if f"PR{p.number}" == given["pullRequestId"])
            pull.draft = "ToDraft" in query
            return {}
        if "fork: repository" in query:
            return {"fork": {"id": "R1"}, "base": {"ref": {"target": {"oid": self.head(BRANCH)}}}}
        return {"repository": self._repository(query, variables)}

    def _repository(self, query: str, variables: dict[str, Any]) -> dict[str, Any]:
        if "pullRequests(" in query:
            return {
                "pullRequests": {"totalCount": 0, "nodes": [p.as_node(self) for p in self.pulls if p.state == "open"]}
            }
        aliases = {found["alias"]: self._alias(query[found.start() :], found) for found in _ALIAS.finditer(query)}
        if aliases:
            return aliases
        if "history(first: 1)" in query:
            nodes = [{"oid": self.head(variables["branch"]), "message": "x"}]
            return {"ref": {"target": {"history": {"nodes": nodes}}}}
        if "target { ... on Commit { oid } }" in query:
            return {"ref": {"target": {"oid": self.head(variables["branch"])}}}
        self.unknown.append(query)
        return {}

    def _alias(self, rest: str, found: re.Match[str]) -> dict[str, Any] | None:
        if found["what"] == "ref":
            nodes = [{"oid": self.head(BRANCH), "author": _PERSON, "committedDate": DAY}]
            return {"target": {"history": {"nodes": nodes if _PATH.search(rest) else []}}}
        wanted = found["given"].split(": ", 1)[1].strip('"')
        oid = git(self.repository, "rev-parse", wanted)
        data = self.blob(oid)
        try:
            text, binary = data.decode(), False
        except UnicodeDecodeError:
            text, binary = "", True
        return {"oid": oid, "byteSize": len(data), "isBinary": binary, "isTruncated": False, "text": text}

    def blob(self, oid: str) -> bytes:
        command = ["git", "-C", str(self.repository), "cat-file", "blob", oid]
        return subprocess.run(command, check=True, capture_output=True).stdout

    # --- REST ---

    def rest(self, method: str, path: str, body: dict[str, Any]) -> tuple[int, Any]:
        if path == "/user":
            return 200, {
                "id": 1,
                "login": "redaktion",
                "name": "Redaktionen",
                "email": "",
                "avatar_url": "",
                "html_url": "",
            }
        path = path.removeprefix(f"/repos/{REPO}")
        if path.startswith("/collaborators/"):
            return 204, None
        if path.startswith("/git/trees/"):
            return 200, {"tree": self._tree(path.removeprefix("/git/trees/"))}
        if path.startswith("/git/blobs/"):
            return 200, self.blob(path.removeprefix("/git/blobs/"))
        if path.startswith("/git/refs/heads/") and method == "DELETE":
            git(self.repository, "update-ref", "-d", f"refs/heads/{unquote(path.removeprefix('/git/refs/heads/'))}")
            return 204, None
        if path == "/pulls" and method == "POST":
            pull = PullRequest(len(self.pulls) + 1, body["title"], body["head"], bool(body["draft"]))
            self.pulls.append(pull)
            return 201, self._rest_pull(pull)
        if numbered := re.fullmatch(r"/(?:pulls|issues)/(\d+)(/\w+)?", path):
            return self._of_pull(method, self.pulls[int(numbered[1]) - 1], numbered[2] or "", body)
        self.unknown.append(f"{method} {path}")
        return 404, {}

    def _of_pull(self, method: str, pull: PullRequest, part: str, body: dict[str, Any]) -> tuple[int, Any]:
        if part == "/merge":
            self.merge(pull)
            return 200, {"merged": True}
        if part == "/labels":
            pull.labels += body["labels"]
        elif method == "PATCH":
            pull.labels = body.get("labels", pull.labels)
            pull.state = body.get("state", pull.state)
        return 200, self._rest_pull(pull)

    def _rest_pull(self, pull: PullRequest) -> dict[str, Any]:
        return {
            "number": pull.number, "node_id": f"PR{pull.number}", "title": pull.title, "html_url": "", "state": pull.state,
            "head": {"sha": self.head(pull.branch) if pull.state == "open" else ""}, "created_at": DAY, "updated_at": DAY,
            "labels": [{"name": name} for name in pull.labels],
        }  # fmt: skip

    def _tree(self, commit: str) -> list[dict[str, Any]]:
        listed = git(self.repository, "ls-tree", "-r", "-l", "-z", commit).split("\0")
        rows = [(row.partition("\t")[0].split(), row.partition("\t")[2]) for row in listed if row]
        return [{"type": kind, "sha": sha, "size": int(size), "path": path} for (_, kind, sha, size), path in rows]


@contextmanager
def running(repository: Path) -> Iterator[Forge]:
    """The forge on a free port of the loopback."""
    forge = Forge(repository)

    class Handler(BaseHTTPRequestHandler):
        def do(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers.get("Content-Length") or 0)) or b"{}")
            path = urlsplit(self.path).path
            if self.command == "OPTIONS":
                status, answer = 204, None
            elif self.headers.get("Authorization") != f"token {TOKEN}":
                status, answer = 401, {"message": "Bad credentials"}
            elif path == "/api/graphql":
                status, answer = 200, {"data": forge.query(body["query"], body.get("variables") or {})}
            else:
                status, answer = forge.rest(self.command, path.removeprefix("/api/v3"), body)
            self.reply(status, answer)

        do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = do_OPTIONS = do

        def reply(self, status: int, answer: Any) -> None:
            raw = answer if isinstance(answer, bytes) else b"" if answer is None else json.dumps(answer).encode()
            self.send_response(status)
            kind = "application/octet-stream" if isinstance(answer, bytes) else "application/json"
            for name, value in {
                "Content-Type": kind,
                "Content-Length": str(len(raw)),
                "Access-Control-Allow-Origin": "*",
                "Access-Control-Allow-Headers": "Authorization, Content-Type, Accept",
                "Access-Control-Allow-Methods": "GET, POST, PUT, PATCH, DELETE",
                # The page's own policy would be in the way of a window with another origin, not of this.
                "Cross-Origin-Resource-Policy": "cross-origin",
            }.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(raw)

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing of each request."""

    with answering(ThreadingHTTPServer(("127.0.0.1", 0), Handler)) as address:
        forge.address = address
        yield forge
