package dev.migrator.example.wrong;

import dev.migrator.script.RevisionScript;

@RevisionScript(revision = "wrong")
class NotARevision {

}
