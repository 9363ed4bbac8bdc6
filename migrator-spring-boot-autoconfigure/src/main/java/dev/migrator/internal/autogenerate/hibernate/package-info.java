/**
 * Reads the wanted schema from what Hibernate has bound. Start reading at
 * {@link dev.migrator.internal.autogenerate.hibernate.HibernateModel}.
 */
@NullMarked
package dev.migrator.internal.autogenerate.hibernate;

import org.jspecify.annotations.NullMarked;
