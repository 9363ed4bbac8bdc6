/**
 * The ports through which a command uses its application and its process: beans,
 * terminal, the other tools of the database. {@code autoconfigure} implements those of
 * the beans. Start reading at
 * {@link dev.migrator.internal.cli.application.ApplicationBeans}.
 */
@NullMarked
package dev.migrator.internal.cli.application;

import org.jspecify.annotations.NullMarked;
