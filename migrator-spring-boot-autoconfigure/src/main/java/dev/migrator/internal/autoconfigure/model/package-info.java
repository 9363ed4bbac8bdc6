/**
 * The entities of the application, and the changes that Hibernate itself would make to
 * the schema. Start reading at
 * {@link dev.migrator.internal.autoconfigure.model.EntityModel} and
 * {@link dev.migrator.internal.autoconfigure.model.DdlAutoCheck}.
 */
@NullMarked
package dev.migrator.internal.autoconfigure.model;

import org.jspecify.annotations.NullMarked;
