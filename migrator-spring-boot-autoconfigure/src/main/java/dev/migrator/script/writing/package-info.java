/**
 * How new revision scripts are written into a project: what is asked for, where it goes,
 * what it is called, what stands in it, and what it is checked against. Nothing is
 * overwritten, and nothing is written that could not be read again. May use Spring's
 * resources, never Spring Boot, and needs no database. Start reading at
 * {@link dev.migrator.script.writing.RevisionWriter}.
 */
@NullMarked
package dev.migrator.script.writing;

import org.jspecify.annotations.NullMarked;
