/**
 * Where revisions come from: SQL files in the configured locations and Java classes with
 * {@link dev.migrator.script.RevisionScript @RevisionScript}. What a user writes is here
 * too: the annotation, {@link dev.migrator.script.JavaRevision} and
 * {@link dev.migrator.script.Operations}, which has an interface for each kind of thing,
 * with the definitions that its lambdas are given. May use Spring's resources and JDBC
 * types, never Spring Boot. Start reading at {@link dev.migrator.script.SqlScriptReader},
 * then {@link dev.migrator.script.SqlScript}. How new scripts are written is in
 * {@link dev.migrator.script.writing}.
 */
@NullMarked
package dev.migrator.script;

import org.jspecify.annotations.NullMarked;
