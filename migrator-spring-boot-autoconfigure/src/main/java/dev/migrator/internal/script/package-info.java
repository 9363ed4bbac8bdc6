/**
 * The revisions and seed scripts of an application, as SQL files or Java classes. Start
 * reading at {@link dev.migrator.internal.script.RevisionScripts} and
 * {@link dev.migrator.internal.script.SqlScriptReader}.
 */
@NullMarked
package dev.migrator.internal.script;

import org.jspecify.annotations.NullMarked;
