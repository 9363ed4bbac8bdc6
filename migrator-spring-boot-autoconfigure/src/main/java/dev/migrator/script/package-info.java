/**
 * The types for revisions in Java: the annotation
 * {@link dev.migrator.script.RevisionScript @RevisionScript}, the interface
 * {@link dev.migrator.script.JavaRevision}, and the
 * {@link dev.migrator.script.Operations} that it records. There is one interface for each
 * kind of object, with the definitions and changes that are the parameters of their
 * lambdas. Public. It is one package, larger than others, so that a definition shows
 * users only the methods for them. Scripts are found and read by
 * {@link dev.migrator.internal.script}.
 */
@NullMarked
package dev.migrator.script;

import org.jspecify.annotations.NullMarked;
