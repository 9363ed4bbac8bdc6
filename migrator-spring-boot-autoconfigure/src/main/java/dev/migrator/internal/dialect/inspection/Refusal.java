package dev.migrator.internal.dialect.inspection;

/**
 * Why a script is not run as it is written.
 *
 * @param line the line of the script
 * @param what what is wrong, as half a sentence
 * @param remedy what to write instead, as the other half; may be empty if it is enough to
 * run the script outside of a transaction
 * @param fineOutsideTransaction whether it may run if the script runs without a
 * transaction
 */
public record Refusal(int line, String what, String remedy, boolean fineOutsideTransaction) {
}
