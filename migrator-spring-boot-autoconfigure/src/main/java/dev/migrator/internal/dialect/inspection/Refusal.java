package dev.migrator.internal.dialect.inspection;

/**
 * The reason why a script is not run as it is written.
 *
 * @param line the line of the script
 * @param what the problem, as half a sentence
 * @param remedy what to write instead, as the other half; may be empty if the script only
 * has to run outside of a transaction
 * @param fineOutsideTransaction whether the script may run without a transaction
 */
public record Refusal(int line, String what, String remedy, boolean fineOutsideTransaction) {
}
