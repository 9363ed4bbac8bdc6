/**
 * What Hibernate would create for the entities of an application, as a schema: the one
 * place below Spring Boot that knows Hibernate. It reads what Hibernate has bound, before
 * a session factory is built of it. Start reading at
 * {@link dev.migrator.autogenerate.hibernate.HibernateModel}.
 */
@NullMarked
package dev.migrator.autogenerate.hibernate;

import org.jspecify.annotations.NullMarked;
