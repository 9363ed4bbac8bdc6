package dev.migrator.internal.cli.output;

/**
 * Colours a part of a line, or leaves it unchanged.
 */
public interface Styler {

	/** For a pipe or a file. */
	Styler PLAIN = (ink, text) -> text;

	/** For a terminal. */
	Styler ANSI = (ink, text) -> "\u001b[" + ink.code() + "m" + text + "\u001b[0m";

	String paint(TextStyle ink, String text);

}
