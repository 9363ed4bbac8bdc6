/**
 * An application that decides for itself what happens at its start.
 */
package dev.migrator.documentation.start;
