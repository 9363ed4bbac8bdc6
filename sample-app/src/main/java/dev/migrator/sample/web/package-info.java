/**
 * How the API answers what it cannot do: problem details (RFC 9457, once RFC 7807).
 */
@NullMarked
package dev.migrator.sample.web;

import org.jspecify.annotations.NullMarked;
