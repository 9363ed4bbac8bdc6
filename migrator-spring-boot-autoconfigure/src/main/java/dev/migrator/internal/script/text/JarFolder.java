package dev.migrator.internal.script.text;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.util.Enumeration;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

import org.springframework.core.io.AbstractResource;
import org.springframework.core.io.Resource;

/**
 * Finds the scripts of a folder in a jar, in the list of entries that the open jar has in
 * memory. Each is read from the open jar too: to open a URL for each costs more than
 * reading it.
 */
final class JarFolder {

	private JarFolder() {
	}

	/**
	 * Visits every script.
	 * @param folder the folder
	 * @param scripts takes each script
	 * @return {@code false} if it is not in a jar that stays open, or in one whose
	 * entries depend on the version of Java
	 * @throws IOException if the jar cannot be read
	 */
	static boolean visit(Resource folder, Visitor scripts) throws IOException {
		if (!(folder.getURL().openConnection() instanceof JarURLConnection connection) || !connection.getUseCaches()) {
			return false;
		}
		JarFile jar = connection.getJarFile();
		String prefix = connection.getEntryName();
		if (jar.isMultiRelease() || prefix == null) {
			return false;
		}
		PackedFolder packed = new PackedFolder(jar, folder.getURL().toString(),
				jar.getJarEntry(prefix + PackedFolder.INDEX));
		for (Enumeration<JarEntry> entries = jar.entries(); entries.hasMoreElements();) {
			JarEntry entry = entries.nextElement();
			String name = entry.getName();
			if (name.startsWith(prefix) && ScriptFolder.isScript(name)) {
				String path = name.substring(prefix.length());
				scripts.visit(path, new Entry(folder, path, jar, entry),
						new PackedFile(packed, entry.getSize(), entry.getCrc()));
			}
		}
		return true;
	}

	/**
	 * Takes a script.
	 */
	interface Visitor {

		void visit(String path, Resource script, PackedFile packed);

	}

	/**
	 * An entry of an open jar. It has a URL only for whoever asks: making one costs more
	 * than finding the entry.
	 */
	private static final class Entry extends AbstractResource {

		private final Resource folder;

		private final String path;

		private final JarFile jar;

		private final JarEntry entry;

		Entry(Resource folder, String path, JarFile jar, JarEntry entry) {
			this.folder = folder;
			this.path = path;
			this.jar = jar;
			this.entry = entry;
		}

		@Override
		public InputStream getInputStream() throws IOException {
			try {
				return this.jar.getInputStream(this.entry);
			}
			catch (IllegalStateException ex) {
				// The jar was closed with the class loader that had opened it.
				return resource().getInputStream();
			}
		}

		@Override
		public URL getURL() throws IOException {
			return resource().getURL();
		}

		@Override
		public long lastModified() throws IOException {
			return resource().lastModified();
		}

		private Resource resource() throws IOException {
			return this.folder.createRelative(this.path);
		}

		@Override
		public String getDescription() {
			return this.jar.getName() + "!/" + this.entry.getName();
		}

	}

}
