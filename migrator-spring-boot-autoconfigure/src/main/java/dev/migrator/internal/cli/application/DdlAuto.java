package dev.migrator.internal.cli.application;

/**
 * The setting with which an application lets Hibernate change the database of a migrator.
 *
 * @param setting the setting, with its value
 * @param advice the advice about it, as a sentence without a period
 */
public record DdlAuto(String setting, String advice) {

}
