package dev.migrator.internal.cli.application;

/**
 * How an application lets Hibernate change the database of a migrator.
 *
 * @param setting the setting that tells it to, with its value
 * @param advice what to do about it, as a sentence without its end
 */
public record DdlAuto(String setting, String advice) {

}
