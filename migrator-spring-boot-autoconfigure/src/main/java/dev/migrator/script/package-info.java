/**
 * What a user writes: the annotation
 * {@link dev.migrator.script.RevisionScript @RevisionScript}, the interface
 * {@link dev.migrator.script.JavaRevision}, and the
 * {@link dev.migrator.script.Operations} that it records, one interface for each kind of
 * object, with the definitions and changes that their lambdas are given. Public. It is
 * one package, larger than others, so that a definition shows users nothing but what they
 * can say. How scripts are found and read is in {@link dev.migrator.internal.script}.
 */
@NullMarked
package dev.migrator.script;

import org.jspecify.annotations.NullMarked;
