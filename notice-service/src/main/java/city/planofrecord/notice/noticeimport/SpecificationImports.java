package city.planofrecord.notice.noticeimport;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

/** The reader of specifications, as classification-service offers it. */
@Path("/specification-imports")
interface SpecificationImports {

    @POST
    @Consumes("text/plain; charset=utf-8")
    @Produces(MediaType.APPLICATION_JSON)
    ReadSpecifications read(@HeaderParam(HttpHeaders.AUTHORIZATION) String authorization, byte[] text);
}
