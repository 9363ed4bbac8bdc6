/**
 * Users: who they are.
 */
@NullMarked
package dev.migrator.sample.user;

import org.jspecify.annotations.NullMarked;
