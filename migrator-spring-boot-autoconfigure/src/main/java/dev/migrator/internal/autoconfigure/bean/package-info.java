/**
 * Reads beans without creating them, and the logins of their DataSources. Start reading
 * at {@link dev.migrator.internal.autoconfigure.bean.CommandApplicationContext}.
 */
@NullMarked
package dev.migrator.internal.autoconfigure.bean;

import org.jspecify.annotations.NullMarked;
