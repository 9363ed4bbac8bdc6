/**
 * An application with an entity, a repository and revisions, and its tests: the code of
 * {@code docs/testing.md}.
 */
package dev.migrator.documentation.testing;
