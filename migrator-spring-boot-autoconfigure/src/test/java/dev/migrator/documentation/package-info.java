/**
 * The Java code of the documentation, which quotes it from here, and what holds for all
 * pages. Start with {@code PageTests}.
 */
package dev.migrator.documentation;
