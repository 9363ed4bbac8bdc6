/**
 * What the script of a revision says:
 * {@link dev.migrator.autogenerate.writing.SqlRevisionBody} in SQL,
 * {@link dev.migrator.autogenerate.writing.JavaRevisionBody} in Java.
 */
@NullMarked
package dev.migrator.autogenerate.writing;

import org.jspecify.annotations.NullMarked;
