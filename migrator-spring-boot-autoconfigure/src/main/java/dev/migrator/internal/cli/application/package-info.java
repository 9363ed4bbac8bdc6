/**
 * What a command is given of the application and of its process: beans, terminal, the
 * other tools of the database. Ports that {@code autoconfigure} fills. Start reading at
 * {@link dev.migrator.internal.cli.application.ApplicationBeans}.
 */
@NullMarked
package dev.migrator.internal.cli.application;

import org.jspecify.annotations.NullMarked;
