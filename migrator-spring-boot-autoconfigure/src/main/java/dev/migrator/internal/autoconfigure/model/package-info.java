/**
 * The entities of the application, and what Hibernate would change of the schema itself.
 * Start reading at {@link dev.migrator.internal.autoconfigure.model.EntityModel} and
 * {@link dev.migrator.internal.autoconfigure.model.DdlAutoCheck}.
 */
@NullMarked
package dev.migrator.internal.autoconfigure.model;

import org.jspecify.annotations.NullMarked;
