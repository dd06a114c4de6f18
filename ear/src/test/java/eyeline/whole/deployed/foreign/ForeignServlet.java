package eyeline.whole.deployed.foreign;

import jakarta.ejb.EJB;
import jakarta.ejb.EJBException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Another application of the brand, on the WildFly on which Eyeline is put. */
@WebServlet({"/hello", "/broken"})
public class ForeignServlet extends HttpServlet {

    @EJB
    ForeignBean bean;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getServletPath().equals("/hello")) {
            response.getWriter().print("the other application");
            return;
        }
        try {
            bean.breaks();
        } catch (EJBException e) {
            response.setStatus(500);
        }
    }
}
