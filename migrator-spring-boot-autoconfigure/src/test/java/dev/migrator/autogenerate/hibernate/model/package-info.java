/**
 * Entities of every shape that Hibernate has a table for.
 */
package dev.migrator.autogenerate.hibernate.model;
