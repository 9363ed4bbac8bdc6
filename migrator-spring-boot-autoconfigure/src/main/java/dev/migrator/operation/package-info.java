/**
 * The operations of a revision, as data. An {@link dev.migrator.operation.Operation}
 * reverses itself and writes itself as Java source; it knows neither a database nor
 * Spring. Most are a {@link dev.migrator.operation.Directive}: a record in the interface
 * of its kind of object, as {@link dev.migrator.operation.TableDirective.CreateTable}.
 * The migrator runs {@link dev.migrator.operation.Executable}s. A user's own operation is
 * a {@link dev.migrator.operation.CustomOperation}. Public. The SQL of directives is
 * written by {@link dev.migrator.internal.dialect.ddl}.
 */
@NullMarked
package dev.migrator.operation;

import org.jspecify.annotations.NullMarked;
