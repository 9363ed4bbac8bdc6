/**
 * From what a database has and what it is to have to a revision that leads from one to
 * the other. What it is to have comes from a
 * {@link dev.migrator.autogenerate.WantedSchema}: the entities of the application, or a
 * file. Here are the values of it: what is wanted, what may come of it, and the
 * {@linkplain dev.migrator.autogenerate.Change changes} that lead there, with their
 * {@linkplain dev.migrator.autogenerate.Downgrade way back}. The rooms: {@code .rule}
 * knows each kind of object, {@code .order} what runs before what, {@code .comparison}
 * goes the way from reading to the list of changes, {@code .online} divides that for
 * tables in use, {@code .writing} makes a script of it; {@code .hibernate} and
 * {@code .schemafile} read what is wanted.
 */
@NullMarked
package dev.migrator.autogenerate;

import org.jspecify.annotations.NullMarked;
