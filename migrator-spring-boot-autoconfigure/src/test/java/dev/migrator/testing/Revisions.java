package dev.migrator.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

/**
 * SQL revisions in a folder of a test. Files are named so that their order is the order
 * in which they were added.
 */
public final class Revisions {

	private final Path folder;

	private int count;

	private Revisions(Path folder) {
		this.folder = folder;
	}

	/**
	 * Starts in an empty folder.
	 * @param folder the folder
	 * @return the revisions
	 */
	public static Revisions in(Path folder) {
		return new Revisions(folder);
	}

	/**
	 * Adds a revision.
	 * @param line its id, with what it revises: {@code "b <- a"}
	 * @param upgrade SQL of the upgrade
	 * @return these revisions
	 */
	public Revisions add(String line, String upgrade) {
		return write(line, "", upgrade, null);
	}

	/**
	 * Adds a revision that can be undone.
	 * @param line its id, with what it revises
	 * @param upgrade SQL of the upgrade
	 * @param downgrade SQL of the downgrade
	 * @return these revisions
	 */
	public Revisions add(String line, String upgrade, String downgrade) {
		return write(line, "", upgrade, downgrade);
	}

	/**
	 * Adds a revision that runs without a transaction.
	 * @param line its id, with what it revises
	 * @param upgrade SQL of the upgrade
	 * @return these revisions
	 */
	public Revisions addWithoutTransaction(String line, String upgrade) {
		return write(line, "-- transaction: none\n", upgrade, null);
	}

	/**
	 * Adds a revision that runs without a transaction and can be undone.
	 * @param line its id, with what it revises
	 * @param upgrade SQL of the upgrade
	 * @param downgrade SQL of the downgrade
	 * @return these revisions
	 */
	public Revisions addWithoutTransaction(String line, String upgrade, String downgrade) {
		return write(line, "-- transaction: none\n", upgrade, downgrade);
	}

	private Revisions write(String line, String header, String upgrade, @Nullable String downgrade) {
		String[] sides = line.split("<-");
		String id = sides[0].strip();
		String revises = (sides.length > 1) ? "-- revises: " + sides[1].strip() + "\n" : "";
		String text = "-- make " + id + "\n--\n-- revision: " + id + "\n" + revises + header + "\n-- migrator:upgrade\n"
				+ upgrade + "\n" + ((downgrade != null) ? "\n-- migrator:downgrade\n" + downgrade + "\n" : "");
		this.count++;
		return file("%04d_%s.sql".formatted(this.count, id), text);
	}

	/**
	 * Writes a file as it is.
	 * @param name its name
	 * @param text its text
	 * @return these revisions
	 */
	public Revisions file(String name, String text) {
		try {
			Files.writeString(this.folder.resolve(name), text);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return this;
	}

	/**
	 * The location of the folder, for {@code migrator.locations}.
	 * @return the location
	 */
	public String location() {
		return "file:" + this.folder;
	}

}
