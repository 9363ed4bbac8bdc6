package dev.migrator.example.store;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * An application with an entity, a repository and a Java revision.
 */
@SpringBootApplication
public class StoreApplication {

}
