package dev.migrator.internal.cli.completion;

/**
 * The shells that complete commands. The names are what a user types.
 */
public enum Shell {

	bash, zsh, fish

}
